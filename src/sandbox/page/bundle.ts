import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export interface Asset {
  readonly type: string;
  readonly body: string | Uint8Array;
}

const place = (name: string) => fileURLToPath(new URL(`browser/${name}`, import.meta.url));

/** The page's files by their paths: the document, its style, and its script bundled from the installed packages. */
export async function bundlePage(): Promise<ReadonlyMap<string, Asset>> {
  const { build } = await import('esbuild');
  const [document, icon, script] = await Promise.all([
    readFile(place('index.html'), 'utf8'),
    readFile(place('icon.svg'), 'utf8'),
    build({
      entryPoints: { page: place('main.ts'), style: place('page.css') },
      outdir: '/',
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      minify: true,
      legalComments: 'none',
      // The library's own sets the style attribute, which the content security policy forbids.
      alias: { 'lit/directives/style-map.js': place('style-map.ts') },
      tsconfig: place('tsconfig.json'),
      logLevel: 'silent',
    }),
  ]);
  const built = script.outputFiles.map(({ path, contents }): [string, Asset] => [
    path.replace(/^.*[\\/]/, '/'),
    {
      type: path.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
      body: contents,
    },
  ]);
  return new Map<string, Asset>([
    ['/', { type: 'text/html; charset=utf-8', body: document }],
    ['/icon.svg', { type: 'image/svg+xml', body: icon }],
    ...built,
  ]);
}
