// Prints times and memory of all rounds, their ratio, and whether the figures agree: node compare.js FOLDER ROUNDS
'use strict';
const fs = require('node:fs');
const path = require('node:path');

const [folder, rounds] = [process.argv[2], Number(process.argv[3])];
const readJson = (name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));

function measured(name) {
  const runs = [];
  for (let round = 1; round <= rounds; round++) {
    const [seconds, kilobytes] = fs.readFileSync(path.join(folder, `${name}.${round}`), 'utf8').trim().split(/\s+/).map(Number);
    runs.push({ seconds, megabytes: kilobytes / 1024 });
  }
  const sorted = runs.map((run) => run.seconds).sort((a, b) => a - b);
  return { runs, best: sorted[0], median: sorted[Math.floor(sorted.length / 2)], megabytes: Math.max(...runs.map((run) => run.megabytes)) };
}

const [imported, kpis, duckdb] = ['import', 'kpis', 'duckdb'].map(measured);
const line = (name, result) =>
  console.log(`${name.padEnd(12)} best ${result.best.toFixed(2)} s, median ${result.median.toFixed(2)} s, peak ${result.megabytes.toFixed(0)} MB`);
line('ops import', imported);
line('ops kpis', kpis);
line('DuckDB', duckdb);
console.log(`ratio        best ${((imported.best + kpis.best) / duckdb.best).toFixed(2)}, median ${((imported.median + kpis.median) / duckdb.median).toFixed(2)}`);

const expected = readJson('duckdb.json');
const facts = readJson('import.json').facts.find((fact) => fact.type === 'Deal');
const values = Object.fromEntries(readJson('kpis.json').map((kpi) => [kpi.id, kpi.value]));
const pairs = [
  ['count', facts.accepted, expected.count],
  ['won-amount', values['sales.won-amount'], expected.won_amount],
  ['win-rate', values['sales.win-rate'], expected.win_rate],
  ['cycle mean', values['sales.cycle-days'], expected.cycle_mean],
  ['cycle median', values['sales.cycle-days-median'], expected.cycle_median],
  ['open-pipeline', values['sales.open-pipeline'], expected.open_pipeline],
];
let equal = true;
for (const [name, ours, theirs] of pairs) {
  // DuckDB's rates and durations are binary floating point; a relative difference of 1e-9 is its rounding.
  const same = Math.abs(Number(ours) - Number(theirs)) <= 1e-9 * Math.abs(Number(theirs));
  equal &&= same;
  console.log(`${same ? 'equal' : 'DIFFERS'}  ${name.padEnd(14)} ${ours}  ${theirs}`);
}
process.exit(equal ? 0 : 1);
