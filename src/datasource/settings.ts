/** Settings of one data source. The Go twin is the settings struct in `pkg`; `docs/data-source.md` explains each. */
import type { DataSourceJsonData } from '@grafana/data';
import type { Language } from './query';

export const TLS_MODES = ['disable', 'require', 'verify-ca', 'verify-full'] as const;
export type TlsMode = (typeof TLS_MODES)[number];

export interface PolicySettings extends DataSourceJsonData {
  /** Address of PostgreSQL, `host` or `host:port`; port 5432 where none is given. */
  host?: string;
  database?: string;
  user?: string;
  sslMode?: TlsMode;
  /** A unit id: that unit and all below it. `*`: the whole ledger. Empty is refused. */
  jurisdiction?: string;
  /** Of names and words where a query asks for none. */
  language?: Language;
  /** Rows of one answer at most, 1–200,000. */
  rowLimit?: number;
  /** Seconds until the database gives up one query, 1–600. */
  timeoutSeconds?: number;
  /** Seconds until the server must have let us in, 1–60. */
  connectTimeoutSeconds?: number;
  /** Connections to the database at most, 1–100. */
  maxConnections?: number;
  /** Of these, kept open while nobody asks. */
  idleConnections?: number;
  /** Memory for answers that are kept while nothing is written, in megabytes, 0–1,024; 0 keeps none. */
  memoryMegabytes?: number;
  /** Through the proxy that Grafana's server is set up with; the name is Grafana's. */
  enableSecureSocksProxy?: boolean;
}

export interface PolicySecrets {
  password?: string;
  /** PEM of the certificate authority that signed the server's certificate. */
  tlsCACert?: string;
  /** PEM of our own certificate and of its key, where the server demands one; both or none. */
  tlsClientCert?: string;
  tlsClientKey?: string;
}

/** What holds where a setting is absent. */
export const DEFAULT_SETTINGS = {
  sslMode: 'verify-full',
  language: 'zh-Hans',
  rowLimit: 10_000,
  timeoutSeconds: 30,
  connectTimeoutSeconds: 10,
  maxConnections: 8,
  idleConnections: 0,
  memoryMegabytes: 32,
} as const satisfies PolicySettings;

/** Smallest and largest accepted value of each limit. */
export const LIMITS = {
  rowLimit: [1, 200_000],
  timeoutSeconds: [1, 600],
  connectTimeoutSeconds: [1, 60],
  maxConnections: [1, 100],
  memoryMegabytes: [0, 1024],
} as const;
