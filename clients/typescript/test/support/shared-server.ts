import type { TestProject } from 'vitest/node';
import { Server } from './server.js';

declare module 'vitest' {
    interface ProvidedContext {
        /** Where the chat is that tests share which do not kill it. */
        address: string;
    }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
    const server = await Server.start();
    project.provide('address', server.address);
    return () => server.end();
}
