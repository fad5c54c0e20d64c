import { t } from '@grafana/i18n';
import type { StepId } from '../readSetup';

export function stepTitle(id: StepId): string {
  switch (id) {
    case 'connection':
      return t('setup.connection', 'Connection to PostgreSQL');
    case 'schema':
      return t('setup.schema', "The ledger's schema");
    case 'roles':
      return t('setup.roles', 'Roles and jurisdiction');
    case 'data':
      return t('setup.data', 'Data');
  }
}
