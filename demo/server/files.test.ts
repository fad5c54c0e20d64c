import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileInside } from './files';
import { uiFile } from './uiFiles';

describe('a file that the browser asks for', () => {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'files-'));
  const folder = path.join(base, 'public');
  fs.mkdirSync(path.join(folder, 'img'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'img', 'logo.svg'), '<svg/>');
  fs.writeFileSync(path.join(base, 'secret'), '');
  fs.mkdirSync(path.join(base, 'public-too'));
  fs.writeFileSync(path.join(base, 'public-too', 'secret'), '');

  it('is found inside the folder', () => {
    expect(fileInside(folder, '/img/logo.svg')).toBe(path.join(folder, 'img', 'logo.svg'));
  });

  it.each(['/../secret', '/img/../../secret', '../secret', '/../public-too/secret', '//../secret', '/img', '/', '/img/none.svg'])(
    'is never %j',
    (wanted) => {
      expect(fileInside(folder, wanted)).toBeUndefined();
    }
  );
});

describe('an icon of @grafana/ui', () => {
  it('comes from its package', () => {
    expect(uiFile('/public/build/img/icons/unicons/bell.svg')).toMatch(/@grafana.ui.dist.public.img.icons.unicons.bell\.svg$/);
  });

  it('is drawn by us where the package leaves it out, and a ring where nobody knows it', () => {
    expect(uiFile('/public/build/img/icons/unicons/spinner.svg')).toMatch(/demo.server.icons.spinner\.svg$/);
    expect(uiFile('/public/build/img/icons/unicons/no-such-thing.svg')).toMatch(/missing\.svg$/);
  });

  it('has fonts beside it that exist', () => {
    for (const font of ['inter/Inter-Regular.woff2', 'inter/Inter-Medium.woff2', 'roboto/any.woff2']) {
      expect(fs.existsSync(uiFile(`/public/fonts/${font}`) ?? '')).toBe(true);
    }
  });
});
