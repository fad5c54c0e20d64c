/** Actions that fields bring (field config `actions`): requests that a reader sends for a row. */
import {
  type Action,
  ActionType,
  type DataFrame,
  type Field,
  type InterpolateFunction,
  type ScopedVars,
} from '@grafana/data';
import { getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';

export interface RowAction {
  action: Action;
  /** What `${__data.fields.unit}` and the like stand for. */
  scopedVars: ScopedVars;
}

/** The actions of a row that send a request; those through the Infinity data source are Grafana's own. */
export function rowActions(frame: DataFrame, row: number): RowAction[] {
  return frame.fields.flatMap((field) =>
    (field.config.actions ?? [])
      .filter((action) => action.type === ActionType.Fetch && Boolean(action.fetch?.url))
      .map((action) => ({ action, scopedVars: scopedVarsOf(field, row) }))
  );
}

/** What Grafana knows of a field, with the row. */
export function scopedVarsOf(field: Field, rowIndex: number): ScopedVars {
  const known: ScopedVars = field.state?.scopedVars ?? {};
  const context = known.__dataContext;
  return context ? { ...known, __dataContext: { ...context, value: { ...context.value, rowIndex } } } : known;
}

/** Of actions with the same title, as rows of one thing carry them, the first counts. */
export const eachOnce = (actions: RowAction[]): RowAction[] =>
  actions.filter(({ action }, i) => actions.findIndex((other) => other.action.title === action.title) === i);

/**
 * Sends the request of an action; its address, parameters, headers and body may name variables, fields of the row and
 * what the reader was asked for.
 *
 * @param inputs the reader's answers, by the key of the action's variable
 * @throws what the request failed with
 */
export async function runAction(
  { action, scopedVars }: RowAction,
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
