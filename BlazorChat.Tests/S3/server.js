// Serves a bucket "chat" from the folder it is given, on a free port, and prints each request. It ends when its standard
// input ends. A line on it is a part of a path: requests for such paths are never answered.
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import S3rver from '@20minutes/s3rver';

const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    directory: process.argv[2],
    silent: true,
    vhostBuckets: false,
    configureBuckets: [{ name: 'chat', configs: [] }],
});
const held = [];

server.middleware.unshift(async (ctx, next) => {
    console.log(`${ctx.method} ${ctx.url}`);
    if (held.some(part => ctx.url.includes(part)))
        await once(ctx.req.socket, 'close');
    // It checks signatures, but of a bucket's own address without the slash at the end that AWS and its clients sign.
    if (ctx.path === '/chat/')
        ctx.app = Object.assign(Object.create(ctx.app), { allowMismatchedSignatures: true });
    await next();
});

const { port } = await server.run();
console.log(`port ${port}`);
for await (const line of createInterface({ input: process.stdin })) {
    held.push(line);
    console.log(`held ${line}`);
}
process.exit();
