/** docker-compose.yaml, read as Docker would read it, with no Docker here: names, ports, variables and files fit. */
import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { parse } from 'yaml';
import { PLUGINS } from '../../package/check';

const PROJECT = path.resolve(__dirname, '..', '..');
const read = (file: string) => fs.readFileSync(path.join(PROJECT, file), 'utf8');

interface Service {
  image: string;
  build?: { context: string; dockerfile: string; target: string; args?: string[] };
  ports?: string[];
  volumes?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  command?: string[];
  healthcheck?: object;
}
const compose: { services: Record<string, Service>; volumes: Record<string, object> } = parse(
  read('docker-compose.yaml')
);
const services = Object.entries(compose.services);
const dockerfile = read('demo/docker/Dockerfile');
const stages = [...dockerfile.matchAll(/^FROM (\S+) AS (\S+)$/gm)].map(([, from, name]) => ({ from, name }));
/** A value as Docker fills it in where nothing is set. */
const filled = (value: string) => value.replace(/\$\{\w+(?::?-)([^}]*)\}/g, '$1');

describe('docker-compose.yaml', () => {
  it('starts Grafana, PostgreSQL, the sample, a mail catcher and a listener for warnings', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['grafana', 'ledger', 'mail', 'postgres', 'webhook']);
  });

  it('opens ports on this machine alone', () => {
    const ports = services.flatMap(([, { ports = [] }]) => ports);
    expect(ports.map(filled)).toEqual(['127.0.0.1:8025:8025', '127.0.0.1:3000:3000']);
  });

  it('starts with no password that it brought along: each is asked for, and nothing else is', () => {
    const asked = [...read('docker-compose.yaml').matchAll(/\$\{(\w+):\?set it in the file \.env/g)].map(
      ([, name]) => name
    );
    const needed = ['GRAFANA_ADMIN_PASSWORD', 'LEDGER_OWNER_PASSWORD', 'LEDGER_PASSWORD'];
    expect([...new Set(asked)].sort()).toEqual(needed);
    expect(read('docker-compose.yaml')).not.toMatch(/\$\{\w+\}|\$\{\w+\?/);
    for (const [, { environment = {} }] of services) {
      for (const [name, value] of Object.entries(environment).filter(([key]) => /PASSWORD/.test(key))) {
        expect([name, needed.some((one) => value.startsWith(`\${${one}:?`))]).toEqual([name, true]);
      }
    }
    for (const page of ['README.md', 'docs/install.md', 'docs/zh-Hans/install.md']) {
      expect(read(page)).toContain(`for name in ${needed.join(' ')}; do`);
    }
  });

  it('gives Grafana every variable that the provisioning reads', () => {
    const given = Object.keys(compose.services.grafana.environment ?? {});
    const asked = globSync('provisioning/**/*.yaml', { cwd: PROJECT }).flatMap(
      (file) => read(file).match(/(?<=\$\{)[A-Z_]+(?=\})/g) ?? []
    );
    expect(asked.length).toBeGreaterThan(10);
    expect([...new Set(asked)].filter((name) => !given.includes(name))).toEqual([]);
  });

  it('connects the data source to the database that it prepares, as a login that may only read', () => {
    const { environment: grafana = {} } = compose.services.grafana;
    const { environment: ledger = {} } = compose.services.ledger;
    const { environment: postgres = {} } = compose.services.postgres;
    const url = new URL(ledger.DATABASE_URL);
    expect(grafana.LEDGER_HOST).toBe(url.host);
    expect(`/${grafana.LEDGER_DATABASE}`).toBe(url.pathname);
    expect(grafana.LEDGER_PASSWORD).toBe(ledger.LEDGER_PASSWORD);
    expect(ledger.PGPASSWORD).toBe(postgres.POSTGRES_PASSWORD);
    expect(url.username).toBe(postgres.POSTGRES_USER);
    expect(read('demo/database/reader.sql')).toContain(`CREATE ROLE ${grafana.LEDGER_USER} LOGIN NOSUPERUSER`);
  });

  it('sends warnings to the listener and e-mails to the mail catcher', () => {
    const { environment = {} } = compose.services.grafana;
    expect(new URL(filled(environment.SHIGAN_WEBHOOK_URL)).hostname).toBe('webhook');
    expect(environment.GF_SMTP_HOST.split(':')[0]).toBe('mail');
    expect(filled(environment.SHIGAN_QUIET)).toBe('-off');
  });

  it('lets Grafana ask no other host, and load our four plugins unsigned', () => {
    const { environment = {} } = compose.services.grafana;
    for (const name of Object.keys(environment).filter((key) =>
      /REPORTING|CHECK_FOR|NEWS_FEED|EXTERNAL_ENABLED|PLUGIN_ADMIN/.test(key)
    )) {
      expect([name, environment[name]]).toEqual([name, 'false']);
    }
    expect(environment.GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS).toBe(Object.values(PLUGINS).join(','));
  });

  it('waits for what it needs, and names no service or volume that does not exist', () => {
    for (const [, { depends_on: needs = {}, volumes = [] }] of services) {
      for (const [name, { condition }] of Object.entries(needs)) {
        expect(Object.keys(compose.services)).toContain(name);
        expect(condition === 'service_healthy' ? compose.services[name].healthcheck : {}).toBeDefined();
      }
      volumes.forEach((volume) => expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]));
    }
  });

  it('names exact versions of what it takes from elsewhere', () => {
    const built = services.flatMap(([, { build, image }]) => (build ? image : []));
    const images = services.map(([, { image }]) => image).filter((image) => !built.includes(image));
    const bases = stages.map(({ from }) => from).filter((from) => !stages.some(({ name }) => name === from));
    for (const image of [...images, ...bases]) {
      expect(image).toMatch(/^[\w./-]+:v?\d+[\w.-]*$/);
    }
  });

  it('builds stages that exist, from files that exist, with the Node and Go that the project needs', () => {
    for (const { build } of Object.values(compose.services)) {
      if (build) {
        expect(fs.existsSync(path.join(PROJECT, build.dockerfile))).toBe(true);
        expect(stages.map(({ name }) => name)).toContain(build.target);
      }
    }
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files]) => files.split(' '));
    copied.forEach((file) => expect([file, fs.existsSync(path.join(PROJECT, file))]).toEqual([file, true]));
    const commands = Object.values(compose.services).flatMap(({ command = [] }) =>
      command.filter((word) => /\.ts$/.test(word))
    );
    expect(commands).toHaveLength(2);
    commands.forEach((file) => expect([file, fs.existsSync(path.join(PROJECT, file))]).toEqual([file, true]));
    expect(Number(/^FROM node:(\d+)/m.exec(dockerfile)?.[1])).toBeGreaterThanOrEqual(20);
    const wanted = /^go (\d+\.\d+)/m.exec(read('go.mod'))?.[1];
    expect(/^FROM golang:(\d+\.\d+)/m.exec(dockerfile)?.[1]).toBe(wanted);
  });

  it('puts plugins and provisioning where Grafana is told to look', () => {
    const { environment = {} } = compose.services.grafana;
    expect(dockerfile).toContain(` ${environment.GF_PATHS_PLUGINS}/shigan-policy-app\n`);
    expect(dockerfile).toContain(` ${environment.GF_PATHS_PROVISIONING}\n`);
    const { executable } = JSON.parse(read('src/datasource/plugin.json'));
    expect(dockerfile).toContain(`-o /built/${executable}_linux_\${TARGETARCH} `);
  });

  it('says when Grafana is ready, and lets mirrors be used for building', () => {
    expect(compose.services.grafana.healthcheck).toBeDefined();
    for (const name of compose.services.grafana.build?.args ?? []) {
      expect(dockerfile).toContain(`\nARG ${name}\n`);
    }
  });

  it('sends Docker neither secrets nor what a machine has built', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(
      expect.arrayContaining(['node_modules', 'dist', '.git', '.postgres', '.grafana', '**/.env'])
    );
  });
});
