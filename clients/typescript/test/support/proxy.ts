import { once } from 'node:events';
import { createServer as createHttpServer, request } from 'node:http';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to the server that can be cut, and held up. */
export class Line {
    readonly address: string;
    #server: ReturnType<typeof createServer>;
    #sockets = new Set<Socket>();
    #isDown = false;

    private constructor(server: ReturnType<typeof createServer>, target: URL) {
        this.#server = server;
        this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        server.on('connection', socket => this.#join(socket, connect(Number(target.port), target.hostname)));
    }

    static async to(target: string): Promise<Line> {
        const server = createServer().listen(0, '127.0.0.1');
        await once(server, 'listening');
        return new Line(server, new URL(target));
    }

    /** Breaks all that is open and lets nothing through until it is mended. */
    cut(): void {
        this.#isDown = true;
        this.drop();
    }

    mend(): void {
        this.#isDown = false;
    }

    /** Breaks all that is open; the next connection gets through. */
    drop(): void {
        for (const socket of this.#sockets) socket.destroy();
    }

    /** What the server sends is not taken any more, on what is open now. The line does not break. */
    hold(): void {
        for (const socket of this.#sockets) socket.emit('held');
    }

    end(): void {
        this.cut();
        this.#server.close();
    }

    #join(near: Socket, far: Socket): void {
        if (this.#isDown) {
            near.destroy();
            far.destroy();
            return;
        }
        for (const [one, other] of [[near, far], [far, near]] as const) {
            this.#sockets.add(one);
            one.on('close', () => {
                this.#sockets.delete(one);
                other.destroy();
            });
            one.on('error', () => {});
        }
        near.pipe(far);
        far.pipe(near);
        far.on('held', () => {
            far.unpipe(near);
            far.pause();
        });
    }
}

/** Something on the way that hands streams on only when they have ended: never. */
export async function bufferingProxy(target: string): Promise<{ address: string; streams: () => number; end: () => void }> {
    let streams = 0;
    const server = createHttpServer((incoming, outgoing) => {
        const onward = request(new URL(incoming.url!, target), { method: incoming.method!, headers: incoming.headers }, answer => {
            if (answer.headers['content-type']?.startsWith('text/event-stream')) {
                streams++;
                answer.resume();
                outgoing.on('close', () => onward.destroy());
            } else {
                outgoing.writeHead(answer.statusCode!, answer.headers);
                answer.pipe(outgoing);
            }
        });
        onward.on('error', () => outgoing.destroy());
        incoming.pipe(onward);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return {
        address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        streams: () => streams,
        end: () => {
            server.closeAllConnections();
            server.close();
        },
    };
}
