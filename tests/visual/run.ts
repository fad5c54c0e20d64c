/**
 * `npm run visual [-- NAME…]` compares the panels with their accepted pictures; `npm run visual -- --accept [NAME…]`
 * makes what is shown now the accepted picture, to be looked at before it is committed.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';

const args = process.argv.slice(2);
const accept = args.includes('--accept');
const names = args.filter((arg) => !arg.startsWith('--'));
const unknown = args.filter((arg) => arg.startsWith('--') && arg !== '--accept');

if (unknown.length > 0) {
  console.error(
    `npm run visual does not know ${unknown.join(' and ')}: give names of pictures, and --accept to accept them.`
  );
  process.exit(1);
}
const playwright = path.resolve(__dirname, '..', '..', 'node_modules', '@playwright', 'test', 'cli.js');
const chosen = names.length > 0 ? ['--grep', names.join('|')] : [];
const child = spawn(
  process.execPath,
  [
    playwright,
    'test',
    '-c',
    path.join(__dirname, 'playwright.config.ts'),
    ...chosen,
    ...(accept ? ['--update-snapshots=all'] : []),
  ],
  { stdio: 'inherit' }
);
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
  if (accept) {
    console.log('Look at every picture that "git status tests/visual/references" names before you commit it.');
  }
});
