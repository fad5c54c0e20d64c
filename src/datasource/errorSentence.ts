import { t } from '@grafana/i18n';

/**
 * One sentence for a failed request: the backend's own where it gave one, else what to do.
 *
 * @param error what the request was rejected with: Grafana's FetchError, an Error, or anything else
 */
export function errorSentence(error: unknown): string {
  return (
    textAt(error, 'data', 'message') ??
    textAt(error, 'data', 'error') ??
    textAt(error, 'message') ??
    t(
      'error.unreachable',
      'The data source did not answer: check its address and password in its settings, then try again.'
    )
  );
}

function textAt(value: unknown, ...path: string[]): string | undefined {
  const found = path.reduce<unknown>(
    (inner, key) => (inner !== null && typeof inner === 'object' ? Reflect.get(inner, key) : undefined),
    value
  );
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}
