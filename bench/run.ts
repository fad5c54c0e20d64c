/** `npm run bench [-- queries | import | figures | viewers]`: the numbers that docs/architecture.md promises, measured on this machine. */
import { printImport } from './import';
import { printGauges } from './gauges';
import { printPanels } from './panels';
import { benchQueries } from './queries';
import { benchViewers } from './viewers';

const BENCHES: Record<string, () => Promise<unknown>> = {
  queries: benchQueries,
  import: printImport,
  viewers: benchViewers,
  figures: async () => {
    await printPanels();
    await printGauges();
  },
};

/** What runs where nothing is named: what needs no Grafana. */
const ALONE = Object.keys(BENCHES).filter((name) => name !== 'viewers');

async function main(names: string[]) {
  const unknown = names.find((name) => !(name in BENCHES));
  if (unknown) {
    throw new Error(
      `There is no bench "${unknown}": name some of ${Object.keys(BENCHES).join(', ')}, or none for all but viewers.`
    );
  }
  for (const name of names.length > 0 ? names : ALONE) {
    console.log(`\n── ${name}`);
    await BENCHES[name]();
  }
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
