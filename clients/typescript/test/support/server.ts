import { spawn, type ChildProcess } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('../../../../BlazorChat.Web', import.meta.url));

const UNLIMITED = Object.fromEntries([
    'RateLimits__MessagesPerSecond', 'RateLimits__Burst', 'RateLimits__RegistrationsPerHour', 'RateLimits__SignInsPerMinute',
    'RateLimits__SignInsPerMinuteAndAddress', 'Limits__StreamsPerUser',
].map(limit => [`Chat__${limit}`, '100000']));

/** A running chat with data of its own, to be killed and started again at the same address. */
export class Server {
    readonly address: string;
    #data: string;
    #process: ChildProcess | null = null;
    #key = randomBytes(64);

    private constructor(address: string, data: string) {
        [this.address, this.#data] = [address, data];
    }

    static async start(): Promise<Server> {
        const server = new Server(`http://127.0.0.1:${await freePort()}`, await mkdtemp(join(tmpdir(), 'blazorchat-')));
        // The key that signs tokens, which a chat takes over on its first start.
        await writeFile(join(server.#data, 'token.key'), server.#key);
        await server.run();
        return server;
    }

    /** Starts it, also again on the same data. */
    async run(): Promise<void> {
        const process = this.#process = spawn('dotnet', [join(web, 'bin/Debug/net10.0/BlazorChat.Web.dll'), '--urls', this.address], {
            cwd: web, env: { ...globalThis.process.env, ...UNLIMITED, Chat__DataDirectory: this.#data }, stdio: ['ignore', 'pipe', 'inherit'],
        });
        for await (const line of createInterface(process.stdout!)) if (line.includes('Application started')) break;
        if (process.exitCode !== null) throw new Error('The chat did not start.');
        process.stdout!.resume();
    }

    /** As a power cut would: without a word. */
    async kill(): Promise<void> {
        const gone = once(this.#process!, 'exit');
        this.#process!.kill('SIGKILL');
        await gone;
    }

    async end(): Promise<void> {
        await this.kill();
        await rm(this.#data, { recursive: true });
    }

    /** The same token, but good for so many seconds only, signed with the server's own key. */
    shortened(token: string, seconds: number): string {
        const [head, body] = token.split('.') as [string, string];
        const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
        const shorter = Buffer.from(JSON.stringify({ ...claims, exp: Math.floor(Date.now() / 1000) + seconds })).toString('base64url');
        return `${head}.${shorter}.${createHmac('sha256', this.#key).update(`${head}.${shorter}`).digest('base64url')}`;
    }
}

async function freePort(): Promise<number> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    return port;
}
