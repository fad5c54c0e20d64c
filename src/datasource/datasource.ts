import { from, map, type Observable } from 'rxjs';
import {
  type CoreApp,
  CustomVariableSupport,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
  type MetricFindValue,
  type ScopedVars,
} from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import { readingLanguage } from '../status/measures';
import { VariableEditor } from './components/VariableEditor';
import { defaultQuery } from './defaultQuery';
import { errorSentence } from './errorSentence';
import { interpolateOptionsRequest, interpolateQuery, type Replace } from './interpolate';
import { isComplete } from './isComplete';
import type { OptionsRequest, PolicyOption, PolicyVariableQuery } from './options';
import type { Language, PolicyQuery } from './query';
import { remember } from './remember';
import type { PolicySettings } from './settings';

const ONE_MINUTE = 60_000;

/** The browser's side of the data source: it fills in variables and language and hands the query to the backend. */
export class PolicyDataSource extends DataSourceWithBackend<PolicyQuery, PolicySettings> {
  private readonly options = remember<PolicyOption[]>(ONE_MINUTE);

  constructor(settings: DataSourceInstanceSettings<PolicySettings>) {
    super(settings);
    this.variables = new PolicyVariables(this);
  }

  getDefaultQuery(app: CoreApp): Partial<PolicyQuery> {
    return defaultQuery(app);
  }

  filterQuery(query: PolicyQuery): boolean {
    return !query.hide && isComplete(query);
  }

  applyTemplateVariables(query: PolicyQuery, scopedVars: ScopedVars): PolicyQuery {
    return { ...interpolateQuery(query, replaceWith(scopedVars)), language: query.language || readerLanguage() };
  }

  getQueryDisplayText(query: PolicyQuery): string {
    return [query.kind, query.view, query.measure].filter(Boolean).join(' · ');
  }

  /**
   * What a list of the ledger offers, remembered for a minute.
   *
   * @param request its scope may hold `$variables`
   * @throws an Error whose message is one sentence: what happened, what to do
   */
  getOptions(request: OptionsRequest, scopedVars: ScopedVars = {}): Promise<PolicyOption[]> {
    const { list, scope, query = '', language } = interpolateOptionsRequest(request, replaceWith(scopedVars));
    const body = { list, scope, query, language: language || readerLanguage() };
    return this.options(JSON.stringify(body), () =>
      this.postResource<PolicyOption[]>('options', body, { showErrorAlert: false }).catch((error: unknown) => {
        throw new Error(errorSentence(error));
      })
    );
  }

  /** The values of a query variable, by name. */
  async metricFindQuery(
    query: PolicyVariableQuery,
    { scopedVars }: { scopedVars?: ScopedVars } = {}
  ): Promise<MetricFindValue[]> {
    const options = await this.getOptions(query, scopedVars);
    return options.map(({ value, label }) => ({ value, text: label }));
  }
}

/** Query variables: a list of the ledger, narrowed by a scope that may hang on other variables. */
export class PolicyVariables extends CustomVariableSupport<PolicyDataSource, PolicyVariableQuery> {
  editor = VariableEditor;

  constructor(private readonly datasource: PolicyDataSource) {
    super();
  }

  getDefaultQuery(): Partial<PolicyVariableQuery> {
    return { list: 'units' };
  }

  query = (request: DataQueryRequest<PolicyVariableQuery>): Observable<DataQueryResponse> =>
    from(this.datasource.metricFindQuery(request.targets[0], { scopedVars: request.scopedVars })).pipe(
      map((data) => ({ data }))
    );
}

const replaceWith =
  (scopedVars: ScopedVars): Replace =>
  (text) =>
    getTemplateSrv().replace(text, scopedVars, 'csv');

/** Names are answered in the language in which the user reads Grafana. */
const readerLanguage = (): Language => (readingLanguage() === 'zh-Hans' ? 'zh-Hans' : 'en-US');
