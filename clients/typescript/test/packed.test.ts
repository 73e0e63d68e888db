import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { roomOf, signUp } from './support/people.js';

const run = promisify(execFile);
const here = fileURLToPath(new URL('..', import.meta.url));
const MOST = 8 * 1024;

const { devDependencies } = JSON.parse(await readFile(join(here, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };
const installedVersion = (name: string) => `${name}@${devDependencies[name]}`;

let project: string;

// What somebody else does with the package: pack, install into an empty project, use.
beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'blazorchat-client-'));
    await run('npm', ['pack', '--ignore-scripts', '--pack-destination', project], { cwd: here });
    const [tarball] = (await readdir(project)).filter(name => name.endsWith('.tgz'));
    await writeFile(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
    await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${tarball}`], { cwd: project });
});

afterAll(() => rm(project, { recursive: true }));

test('It brings its types and scripts, and depends on nothing', async () => {
    const installed = join(project, 'node_modules', '@blazorchat', 'client');
    const { dependencies } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
    expect(dependencies).toBeUndefined();
    expect(await readdir(join(project, 'node_modules'))).toEqual(['.package-lock.json', '@blazorchat']);
    const files = await readdir(join(installed, 'dist'));
    for (const entry of ['index', 'threads', 'finding', 'react', 'vue']) for (const end of ['js', 'd.ts']) expect(files).toContain(`${entry}.${end}`);
});

test('It type-checks under strict, libraries included', async () => {
    // As in the project of someone who uses one of the two: their types are there.
    await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...['react', '@types/react', 'vue', 'typescript'].map(installedVersion)], { cwd: project });
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify({
        compilerOptions: {
            strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false, noEmit: true, target: 'ES2022',
            module: 'ESNext', moduleResolution: 'bundler', lib: ['ES2022', 'DOM', 'DOM.Iterable'], types: [],
        },
        files: ['main.ts'],
    }));
    await writeFile(join(project, 'main.ts'), `
        import { ChatClient, ChatError, signIn, type Message, type RoomSnapshot } from '@blazorchat/client';
        import { useChatRoom } from '@blazorchat/client/react';
        import { ChatRoom, useChatRoom as useVueChatRoom } from '@blazorchat/client/vue';
        const client = new ChatClient({ url: '/', auth: await signIn('/', { username: 'ada', password: 'x' }) });
        const room: RoomSnapshot = useChatRoom('general', client);
        const sent: Promise<Message | null> = client.room('general').send('Hello', { replyTo: room.messages[0]!.id });
        client.on('reaction', ({ reactions, added }) => console.log(reactions[0]?.count, added ? 1 : 0));
        // @ts-expect-error There is no such event.
        client.on('nothing', () => {});
        const texts: string[] = useVueChatRoom('general').messages.value.map(({ text }) => text);
        export { ChatRoom, ChatError, sent, texts };
    `);
    const { stdout } = await run('npx', ['tsc'], { cwd: project }).catch(error => error);
    expect(stdout).toBe('');
});

test('All of it is at most 8 KB compressed, without React and Vue', async () => {
    await writeFile(join(project, 'all.js'), "export * from '@blazorchat/client'; export * from '@blazorchat/client/react';");
    const { outputFiles } = await build({
        entryPoints: [join(project, 'all.js')], bundle: true, minify: true, format: 'esm', target: 'es2022', external: ['react', 'vue'],
        write: false,
    });
    const size = gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
    expect(size).toBeLessThanOrEqual(MOST);
    const readme = await readFile(join(here, 'README.md'), 'utf8');
    const said = Number(/([\d.]+) KB compressed/.exec(readme)?.[1]);
    expect(Math.abs(said * 1024 - size), `The README says ${said} KB; it is ${(size / 1024).toFixed(1)} KB.`).toBeLessThan(256);
});

test('It runs in Node', async () => {
    const ada = await signUp(inject('address'), 'ada');
    const room = await roomOf(ada);
    await writeFile(join(project, 'main.mjs'), `
        import { ChatClient, withToken } from '@blazorchat/client';
        const [url, token, room] = process.argv.slice(2);
        const client = new ChatClient({ url, auth: withToken(token) });
        client.on('message', ({ text }) => {
            console.log(text);
            client.close();
        });
        client.on('ready', () => client.send({ room_id: room, message: 'Hello from Node' }));
        client.connect();
    `);
    const { stdout } = await run('node', ['main.mjs', inject('address'), await ada.auth.token(), room], { cwd: project });
    expect(stdout).toBe('Hello from Node\n');
});
