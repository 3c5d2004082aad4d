// The parts of a project as CycloneDX 1.6, from what the restore resolved:
//   dotnet list ops/ops.csproj package --include-transitive --format json | node .github/sbom.mjs > sbom.json
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(0, 'utf8'));
const parts = new Map();
for (const project of report.projects) {
  for (const framework of project.frameworks ?? []) {
    for (const [list, scope] of [['topLevelPackages', 'direct'], ['transitivePackages', 'transitive']]) {
      for (const part of framework[list] ?? []) {
        const purl = `pkg:nuget/${part.id}@${part.resolvedVersion}`;
        if (!parts.has(purl) || scope === 'direct') {
          parts.set(purl, {
            type: 'library', 'bom-ref': purl, name: part.id, version: part.resolvedVersion, purl,
            properties: [{ name: 'opsautomation:reference', value: scope }],
          });
        }
      }
    }
  }
}

if (parts.size === 0) {
  console.error('The report names no package: restore the project first.');
  process.exit(1);
}

const names = report.projects.map(project => project.path.replaceAll('\\', '/').split('/').pop().replace(/\.csproj$/, ''));
console.log(JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: { type: 'application', 'bom-ref': names.join('+'), name: names.join('+') } },
  components: [...parts.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1)),
}, null, 2));
