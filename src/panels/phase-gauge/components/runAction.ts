import type { InterpolateFunction, ScopedVars } from '@grafana/data';
import { getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import type { GaugeAction } from '../data/gauges';

/**
 * Sends the request of an action; its address, parameters, headers and body may name variables, fields of the row and
 * what the reader was asked for.
 *
 * @param inputs the reader's answers, by the key of the action's variable
 * @throws what the request failed with
 */
export async function runAction(
  { action, scopedVars }: GaugeAction,
  replaceVariables: InterpolateFunction,
  inputs: Record<string, string>
): Promise<void> {
  const answers: ScopedVars = Object.fromEntries(
    (action.variables ?? []).map(({ key }) => [key, { value: inputs[key] ?? '', text: inputs[key] ?? '' }])
  );
  const say = (text: string) => replaceVariables(text, { ...scopedVars, ...answers });
  const pairs = (list: Array<[string, string]> = []) =>
    Object.fromEntries(list.filter(([name]) => name !== '').map(([name, value]) => [say(name), say(value)]));
  const { method, url, body, queryParams, headers } = action.fetch!;
  await lastValueFrom(
    getBackendSrv().fetch({
      url: say(url),
      method,
      params: pairs(queryParams),
      headers: pairs(headers),
      data: body && method !== 'GET' ? say(body) : undefined,
      showErrorAlert: false,
      showSuccessAlert: false,
    })
  );
}
