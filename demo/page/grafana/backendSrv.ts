/** `BackendSrv` over `fetch`: what plugins call to reach the server. */
import type { BackendSrv, BackendSrvRequest, FetchError, FetchResponse } from '@grafana/runtime';
import { AppEvents, type EventBus } from '@grafana/data';
import { filter, finalize, from, lastValueFrom, Observable, Subject, switchMap, takeUntil, throwError } from 'rxjs';

/**
 * @param events where errors are announced, unless a request asks not to
 */
export function createBackendSrv(events: EventBus): BackendSrv {
  const newer = new Subject<string>();

  // A newer request with the same id replaces the older one; whoever stops listening stops the request.
  const fetchOnce = <T>(options: BackendSrvRequest): Observable<FetchResponse<T>> =>
    new Observable<FetchResponse<T>>((subscriber) => {
      const stop = new AbortController();
      options.abortSignal?.addEventListener('abort', () => stop.abort());
      if (options.requestId) {
        newer.next(options.requestId);
      }
      return from(send<T>(options, stop.signal))
        .pipe(
          switchMap((response) => (response.ok ? [response] : throwError(() => failureOf(response)))),
          takeUntil(newer.pipe(filter((id) => id === options.requestId))),
          finalize(() => stop.abort())
        )
        .subscribe(subscriber);
    });

  const request = async <T>(options: BackendSrvRequest): Promise<T> => {
    try {
      return (await lastValueFrom(fetchOnce<T>(options))).data;
    } catch (error) {
      if (options.showErrorAlert !== false) {
        events.publish({ type: AppEvents.alertError.name, payload: [(error as FetchError).data?.message ?? String(error)] });
      }
      throw error;
    }
  };

  const shorthand =
    (method: string) =>
    <T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) =>
      request<T>({ ...options, method, url, data });

  return {
    fetch: fetchOnce,
    request,
    datasourceRequest: (options) => lastValueFrom(fetchOnce(options)) as never,
    chunked: () => throwError(() => new Error('The demo does not stream responses: only Grafana does.')),
    get: (url, params, requestId, options) => request({ ...options, method: 'GET', url, params, requestId }),
    delete: shorthand('DELETE'),
    post: shorthand('POST'),
    put: shorthand('PUT'),
    patch: shorthand('PATCH'),
  };
}

async function send<T>(options: BackendSrvRequest, signal: AbortSignal): Promise<FetchResponse<T>> {
  const { url, method = 'GET', params, data, headers = {}, responseType } = options;
  const address = new URL(url, `${window.location.origin}/`);
  for (const [name, value] of Object.entries(params ?? {})) {
    [value].flat().forEach((one) => one !== undefined && one !== null && address.searchParams.append(name, String(one)));
  }
  const plain = typeof data === 'object' && data !== null && !(data instanceof Blob) && !(data instanceof ArrayBuffer);
  const response = await fetch(address, {
    method,
    signal,
    headers: { Accept: 'application/json, text/plain, */*', ...(plain ? { 'Content-Type': 'application/json' } : {}), ...headers },
    body: method === 'GET' || data === undefined ? undefined : plain ? JSON.stringify(data) : (data as BodyInit),
  });
  const { status, statusText, ok, redirected, type } = response;
  const body = await bodyOf(response, responseType);
  return { data: body as T, status, statusText, ok, headers: response.headers, redirected, type, url: response.url, config: options };
}

async function bodyOf(response: Response, type: BackendSrvRequest['responseType']): Promise<unknown> {
  if (type === 'arraybuffer' || type === 'blob') {
    return type === 'blob' ? response.blob() : response.arrayBuffer();
  }
  const text = await response.text();
  try {
    return type === 'text' ? text : JSON.parse(text);
  } catch {
    return text;
  }
}

const failureOf = ({ status, statusText, data, config }: FetchResponse<any>): FetchError => ({
  status,
  statusText,
  data: typeof data === 'object' ? data : { message: String(data) },
  config,
  isHandled: false,
});
