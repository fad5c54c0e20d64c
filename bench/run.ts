/** `npm run bench [-- queries | import | figures]`: the numbers that docs/architecture.md promises, measured on this machine. */
import { printImport } from './import';
import { printPanels } from './panels';
import { benchQueries } from './queries';

const BENCHES: Record<string, () => Promise<unknown>> = {
  queries: benchQueries,
  import: printImport,
  figures: printPanels,
};

async function main(names: string[]) {
  const unknown = names.find((name) => !(name in BENCHES));
  if (unknown) {
    throw new Error(
      `There is no bench "${unknown}": name some of ${Object.keys(BENCHES).join(', ')}, or none for all.`
    );
  }
  for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
    console.log(`\n── ${name}`);
    await BENCHES[name]();
  }
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
