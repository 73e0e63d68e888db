import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('../../BlazorChat.Web', import.meta.url));

/** A running chat with data of its own, to be killed and started again at the same address. */
export class Chat {
    #data;
    #process;

    static async start() {
        const chat = new Chat();
        chat.#data = await mkdtemp(join(tmpdir(), 'blazorchat-'));
        chat.address = `http://127.0.0.1:${await freePort()}`;
        await chat.run();
        return chat;
    }

    /** Starts it, also again on the same data. */
    async run() {
        this.#process = spawn('dotnet', [join(web, 'bin/Debug/net10.0/BlazorChat.Web.dll'), '--urls', this.address], {
            cwd: web,
            env: { ...process.env, Chat__DataDirectory: this.#data },
            stdio: ['ignore', 'pipe', 'inherit'],
        });
        for await (const line of createInterface(this.#process.stdout)) if (line.includes('Application started')) break;
        if (this.#process.exitCode !== null) throw new Error('The chat did not start.');
        this.#process.stdout.resume();
    }

    /** As a power cut would: without a word. */
    async kill() {
        const gone = once(this.#process, 'exit');
        this.#process.kill('SIGKILL');
        await gone;
    }

    async end() {
        await this.kill();
        await rm(this.#data, { recursive: true });
    }
}

/** Someone who uses the chat by a program. */
export class Program {
    #chat;
    #token;

    static async register(chat, username, password) {
        const program = new Program();
        program.#chat = chat;
        await program.request('POST', '/auth/register', { username, password });
        program.#token = (await program.request('POST', '/auth/token', { username, password })).access_token;
        return program;
    }

    async request(method, path, body) {
        const answer = await fetch(this.#chat.address + path, {
            method,
            headers: { ...(body && { 'Content-Type': 'application/json' }), ...(this.#token && { Authorization: `Bearer ${this.#token}` }) },
            body: body && JSON.stringify(body),
        });
        if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
        return answer.status === 204 ? null : answer.json();
    }

    say(room, message) {
        return this.request('POST', '/chat/messages', { room_id: room, message });
    }

    /** The texts of a room's messages, oldest first. */
    async hear(room) {
        return (await this.request('GET', `/chat/room/${room}/history`)).messages.map(message => message.text);
    }
}

async function freePort() {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    server.close();
    await once(server, 'close');
    return port;
}
