// One case at a time: what one holds is not to count for another.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
