/** Runs a data request and answers its state: loading, then done or failed. Set as @grafana/runtime's `runRequest`. */
import {
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  LoadingState,
  type PanelData,
  toDataFrame,
} from '@grafana/data';
import { toDataQueryError } from '@grafana/runtime';
import { catchError, from, isObservable, map, type Observable, of, scan, startWith } from 'rxjs';

type Asked = (request: DataQueryRequest) => Observable<DataQueryResponse> | Promise<DataQueryResponse>;

export function runRequest(source: DataSourceApi, request: DataQueryRequest, ask?: Asked): Observable<PanelData> {
  const begun = { ...request, startTime: Date.now() };
  const loading: PanelData = { state: LoadingState.Loading, series: [], timeRange: request.range, request: begun };
  if (request.targets.length === 0) {
    return of({ ...loading, state: LoadingState.Done });
  }
  const asked = ask ? ask(begun) : source.query(begun);
  const answers: Observable<DataQueryResponse> = isObservable(asked) ? asked : from(asked);
  return answers.pipe(
    scan((packets, answer) => new Map(packets).set(answer.key ?? 'A', answer), new Map<string, DataQueryResponse>()),
    map((packets) => panelData(loading, [...packets.values()])),
    catchError((error) => of({ ...loading, state: LoadingState.Error, error: toDataQueryError(error) })),
    startWith(loading)
  );
}

function panelData(loading: PanelData, answers: DataQueryResponse[]): PanelData {
  const errors = answers.flatMap((answer) => answer.errors ?? (answer.error ? [answer.error] : []));
  const waiting = answers.some(({ state }) => state === LoadingState.Loading);
  return {
    ...loading,
    state: errors.length > 0 ? LoadingState.Error : waiting ? LoadingState.Loading : LoadingState.Done,
    // Answers of variable queries are lists of {text, value}, not frames: scenes reads them as they are.
    series: answers.flatMap(({ data }) => data).map((item) => ('fields' in item || 'schema' in item ? (toDataFrame(item) as DataFrame) : item)),
    error: errors[0],
    errors,
    request: { ...loading.request!, endTime: Date.now() },
  };
}
