/** The ledgers that this Grafana knows: instances of our data source. */
import type { DataSourceInstanceSettings } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { DATASOURCE_TYPE } from './address';

export function ledgers(): DataSourceInstanceSettings[] {
  return getDataSourceSrv()
    .getList({ type: DATASOURCE_TYPE })
    .filter(({ type }) => type === DATASOURCE_TYPE);
}

/** The ledger that the reader asked for, else the default one, else the first; none where there is none. */
export function chosenLedger(
  known: DataSourceInstanceSettings[],
  uid: string | undefined
): DataSourceInstanceSettings | undefined {
  return known.find((ledger) => ledger.uid === uid) ?? known.find(({ isDefault }) => isDefault) ?? known[0];
}
