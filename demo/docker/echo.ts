/** The listener for warnings as a container of docker-compose.yaml: shows each in its log, until it is stopped. */
import { startEcho } from '../grafana/webhookEcho';

startEcho((line) => process.stdout.write(`${line}\n`), 4000, '0.0.0.0').then(
  ({ stop }) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => void stop());
    }
  },
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
);
