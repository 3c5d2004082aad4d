using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("OpsAutomation.Ops.Tests")]
