import { from, map, type Observable } from 'rxjs';
import {
  type AdHocVariableFilter,
  type AnnotationQuery,
  type AnnotationSupport,
  type CoreApp,
  CustomVariableSupport,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceGetTagValuesOptions,
  type DataSourceInstanceSettings,
  type MetricFindValue,
  type ScopedVars,
} from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv, type MigrationHandler } from '@grafana/runtime';
import { readingLanguage } from '../status/measures';
import { adHocFilters, scopeOf } from './adHoc';
import { AnnotationEditor } from './components/AnnotationEditor';
import { VariableEditor } from './components/VariableEditor';
import { defaultAnnotation, defaultQuery } from './defaultQuery';
import { errorSentence } from './errorSentence';
import { interpolateOptionsRequest, interpolateQuery, type Replace } from './interpolate';
import { isComplete } from './isComplete';
import { isOlder, migrateQuery } from './migrateQuery';
import type { FilterKey, OptionsRequest, PolicyOption, PolicyVariableQuery } from './options';
import type { Language, PolicyQuery } from './query';
import { remember } from './remember';
import type { PolicySettings } from './settings';

const ONE_MINUTE = 60_000;

/** The browser's side of the data source: it fills in variables and language and hands the query to the backend. */
export class PolicyDataSource extends DataSourceWithBackend<PolicyQuery, PolicySettings> implements MigrationHandler {
  // Grafana's migration through its server is experimental and off; this side and the backend each migrate what they read.
  readonly hasBackendMigration = false;
  readonly annotations = annotations;
  private readonly options = remember<PolicyOption[]>(ONE_MINUTE);
  private readonly filterKeys = remember<FilterKey[]>(ONE_MINUTE);

  constructor(settings: DataSourceInstanceSettings<PolicySettings>) {
    super(settings);
    this.variables = new PolicyVariables(this);
  }

  getDefaultQuery(app: CoreApp): Partial<PolicyQuery> {
    return defaultQuery(app);
  }

  shouldMigrate(query: PolicyQuery): boolean {
    return isOlder(query);
  }

  filterQuery(query: PolicyQuery): boolean {
    return !query.hide && isComplete(migrateQuery(query));
  }

  applyTemplateVariables(query: PolicyQuery, scopedVars: ScopedVars, filters?: AdHocVariableFilter[]): PolicyQuery {
    const adHoc = adHocFilters(filters);
    return {
      ...interpolateQuery(migrateQuery(query), replaceWith(scopedVars)),
      language: query.language || readerLanguage(),
      ...(adHoc.length > 0 ? { adHoc } : {}),
    };
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
    const body = this.optionsBody(request, scopedVars);
    return this.options(JSON.stringify(body), () => this.post<PolicyOption[]>('options', body));
  }

  /** The same, asked anew: for settings that were saved a moment ago. */
  getOptionsNow(request: OptionsRequest): Promise<PolicyOption[]> {
    return this.post<PolicyOption[]>('options', this.optionsBody(request, {}));
  }

  private optionsBody(request: OptionsRequest, scopedVars: ScopedVars) {
    const { list, scope, query = '', language } = interpolateOptionsRequest(request, replaceWith(scopedVars));
    return { list, scope, query, language: language || readerLanguage() };
  }

  /** What ad hoc filters can narrow by, in the reader's language. */
  async getTagKeys(): Promise<MetricFindValue[]> {
    return (await this.getFilterKeys()).map(({ value, label }) => ({ value, text: label }));
  }

  /** The values of one of them, within what the other filters leave; none for a key that the ledger does not know. */
  async getTagValues({ key, filters = [] }: DataSourceGetTagValuesOptions<PolicyQuery>): Promise<MetricFindValue[]> {
    const list = (await this.getFilterKeys()).find(({ value }) => value === key)?.list;
    const others = filters.filter((filter) => filter.key !== key);
    return list ? this.metricFindQuery({ refId: key, list, scope: scopeOf(others) }) : [];
  }

  private getFilterKeys(): Promise<FilterKey[]> {
    const language = readerLanguage();
    return this.filterKeys(language, () => this.post<FilterKey[]>('filters', { language }));
  }

  private post<T>(path: string, body: object): Promise<T> {
    return this.postResource<T>(path, body, { showErrorAlert: false }).catch((error: unknown) => {
      throw new Error(errorSentence(error));
    });
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

/** Annotations are queries of the kind `annotations`; the backend answers them as Grafana's standard frames. */
const annotations: AnnotationSupport<PolicyQuery> = {
  QueryEditor: AnnotationEditor,
  getDefaultQuery: defaultAnnotation,
  // An annotation made elsewhere, or with another data source before, begins anew.
  prepareAnnotation: (annotation: AnnotationQuery<PolicyQuery>): AnnotationQuery<PolicyQuery> =>
    annotation.target?.kind === 'annotations'
      ? annotation
      : { ...annotation, target: { ...defaultAnnotation(), refId: annotation.target?.refId ?? 'Anno' } as PolicyQuery },
};

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
