import { runReferenceProxies } from './run-proxies.ts';

await runReferenceProxies(process.argv.slice(2));
