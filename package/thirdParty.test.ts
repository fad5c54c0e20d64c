import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { goModules, noticesText, npmPackages, workIn } from './thirdParty';

describe('the notices about the work of others', () => {
  it('finds npm packages by the sources of a bundle, nested ones and webpack itself included', () => {
    expect(
      npmPackages([
        'webpack://shigan-policy-app/./module.tsx',
        'webpack://shigan-policy-app/external amd "react"',
        'webpack://shigan-policy-app/../node_modules/@grafana/i18n/dist/esm/i18n.mjs',
        'webpack://shigan-policy-app/../node_modules/a/node_modules/void-elements/index.js',
        'webpack://shigan-policy-app/webpack/runtime/define property getters',
      ])
    ).toEqual(['@grafana/i18n', 'void-elements', 'webpack']);
  });

  it('finds Go modules in an executable', () => {
    const text =
      '\x7fELF…path\tx/pkg\nmod\tx\t(devel)\t\ndep\tgithub.com/jackc/pgx/v5\tv5.7.1\th1:abc=\ndep\tgolang.org/x/net\tv0.1.0\th1:d=\n';
    expect(goModules(Buffer.from(text, 'latin1'))).toEqual(['github.com/jackc/pgx/v5', 'golang.org/x/net']);
  });

  it('says the same words of several people once', () => {
    const works = ['b', 'a', 'c'].map((name) => ({ name, version: '1.0.0', texts: [name === 'c' ? 'ISC' : 'MIT'] }));
    const text = noticesText(works);
    expect(text).toContain('\na 1.0.0\nb 1.0.0\n\nMIT\n');
    expect(text).toContain('\nc 1.0.0\n\nISC\n');
    expect(text.match(/MIT/g)).toHaveLength(1);
  });

  const folderWith = (file: string, words: string) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'work-'));
    fs.writeFileSync(path.join(folder, file), words);
    return folder;
  };

  it('reads every way of naming a licence', () => {
    for (const file of ['LICENSE', 'LICENCE.md', 'license-MIT', 'LICENSE_APACHE2', 'COPYING', 'NOTICE.txt']) {
      expect(workIn(folderWith(file, ' MIT \n'), 'a', '1').texts).toEqual(['MIT']);
    }
  });

  it.each([
    ['README.md', 'Do what you like', /^a states no licence: find out/],
    ['LICENSE', '                    GNU AFFERO GENERAL PUBLIC LICENSE\n', /^a is under a licence that would bind/],
  ])('refuses a work whose %s says "%s"', (file, words, sentence) => {
    expect(() => workIn(folderWith(file, words), 'a', '1')).toThrow(sentence);
  });
});
