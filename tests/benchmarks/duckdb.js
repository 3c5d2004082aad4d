// Answers the six deal KPIs from a HubSpot deals export: node duckdb.js FILE FROM TO
'use strict';
const { DuckDBInstance } = require('@duckdb/node-api');

async function main() {
  const [file, from, to] = process.argv.slice(2);
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  // Amounts are read as exact decimals, as the product does; days are local days.
  const reader = await connection.runAndReadAll(`
    with deals as (
      select "Deal Stage" as stage, cast("Amount" as decimal(18, 2)) as amount,
             cast("Close Date" as date) as closed, cast("Create Date" as date) as created,
             "Close Date" as closed_at, "Create Date" as created_at
      from read_csv('${file.replaceAll("'", "''")}', header = true, types = {'Amount': 'DECIMAL(18,2)'})
    ), period as (
      select * from deals where closed between date '${from}' and date '${to}'
    )
    select
      (select count(*) from deals) as count,
      (select count(*) from period where stage = 'Closed Won') as won,
      (select sum(amount) from period where stage = 'Closed Won') as won_amount,
      (select 100.0 * count(*) filter (stage = 'Closed Won') / count(*) filter (stage in ('Closed Won', 'Closed Lost')) from period) as win_rate,
      (select avg(epoch(closed_at - created_at) / 86400.0) from period where stage = 'Closed Won') as cycle_mean,
      (select median(epoch(closed_at - created_at) / 86400.0) from period where stage = 'Closed Won') as cycle_median,
      (select sum(amount) from deals where created <= date '${to}' and (stage not in ('Closed Won', 'Closed Lost') or closed > date '${to}')) as open_pipeline`);
  const [row] = reader.getRowObjectsJson();
  console.log(JSON.stringify(row));
}

main().catch((error) => { console.error(error.message); process.exit(1); });
