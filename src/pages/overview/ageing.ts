import { t } from '@grafana/i18n';
import { numberAt, type Row } from '../rows';

export interface Age {
  name: string;
  label: string;
  count: number;
}

/** How long open tasks have been overdue, in the ledger's five classes; all zero without a row. */
export function ages(row: Row | undefined): Age[] {
  const of = (name: string, label: string) => ({ name, label, count: numberAt(row, name) ?? 0 });
  return [
    of('ageing_1_7', t('ageing.week', '1–7 days')),
    of('ageing_8_15', t('ageing.fortnight', '8–15 days')),
    of('ageing_16_30', t('ageing.month', '16–30 days')),
    of('ageing_31_60', t('ageing.twoMonths', '31–60 days')),
    of('ageing_over_60', t('ageing.longer', 'Over 60 days')),
  ];
}
