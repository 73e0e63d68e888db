// Renews what colours code on the page: change the version in package.json, then `npm install --ignore-scripts && node renew.mjs`.
// What it writes is committed, so that nobody needs npm to run the chat.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';

// Beside those of highlight.js's own choice.
const MORE = ['powershell', 'dockerfile', 'nginx', 'elixir', 'haskell', 'scala', 'dart'];

const here = path => new URL(path, import.meta.url);
execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: here('.'), stdio: 'inherit' });

const read = path => readFileSync(here(`node_modules/@highlightjs/cdn-assets/${path}`), 'utf8');
const site = path => here(`../../BlazorChat.Web/wwwroot/vendor/highlight/${path}`);

const own = read('es/highlight.min.js');
const all = own.replace(/export\s*\{\s*(\w+) as default\s*\};?0?\s*$/, 'const hljs = $1;');
if (all === own) throw new Error('highlight.js is not built as it was: look at its export.');
const more = MORE.map(name => read(`languages/${name}.min.js`));
writeFileSync(site('code-worker.js'), [`// highlight.js ${JSON.parse(read('package.json')).version}, BSD-3-Clause: see LICENSE.txt`, all, ...more, readFileSync(here('worker.js'), 'utf8')].join('\n'));
cpSync(here('node_modules/@highlightjs/cdn-assets/LICENSE'), site('LICENSE.txt'));
