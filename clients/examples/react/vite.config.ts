import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
    plugins: [react()],
    base: './',
    // The client is a folder beside this one, with a React of its own for its tests. There must be one React in an app.
    resolve: { dedupe: ['react', 'react-dom'] },
});
