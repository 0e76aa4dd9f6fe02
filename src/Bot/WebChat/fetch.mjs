// Fetches the official botframework-webchat bundle: `node fetch.mjs FOLDER`. Called by WebChat.targets when FOLDER is missing.
// Takes two files out of the npm package, checks them against pinned sums, compresses the script once, and moves the finished
// folder into place in one step, so that builds running side by side cannot see half of it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const target = resolve(process.argv[2]);
const bundle = `botframework-webchat@${basename(target)}`;
const pinned = {
  'webchat.js': '0a68ad0a64fc04d621197da10c3eec0f843e16f7d03f6bcbed29b47517cf9bff',
  'webchat.js.LICENSE.txt': '0e5d49c2257986a71e6394be4e9a8257afdd212b204de2d6d8ed1cbe890badcc',
};

const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000, shell: process.platform === 'win32' });

mkdirSync(dirname(target), { recursive: true });
const work = mkdtempSync(join(dirname(target), '.fetch-'));
try {
  run('npm', ['pack', bundle, '--ignore-scripts', '--loglevel=error', '--fetch-retries=1', '--fetch-retry-mintimeout=1000'], work);
  const files = Object.keys(pinned);
  const packed = `${bundle.replace('@', '-')}.tgz`;
  run('tar', ['-xzf', packed, '--strip-components=2', ...files.map(file => `package/dist/${file}`)], work);
  for (const file of files) {
    const sum = createHash('sha256').update(readFileSync(join(work, file))).digest('hex');
    if (sum !== pinned[file]) throw new Error(`${file} of ${bundle} has SHA-256 ${sum}, expected ${pinned[file]}`);
  }
  const script = readFileSync(join(work, 'webchat.js'));
  writeFileSync(join(work, 'webchat.js.gz'), gzipSync(script, { level: 9 }));
  // Quality 9 takes a second; 11 would take ten for another tenth.
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: script.length };
  writeFileSync(join(work, 'webchat.js.br'), brotliCompressSync(script, { params: quality }));
  rmSync(join(work, packed));
  chmodSync(work, 0o755);
  if (!existsSync(target)) renameSync(work, target);
} catch (error) {
  // Another build may have been quicker; its folder is as good as ours.
  if (!existsSync(target)) {
    console.error((error.stderr || error.message).trim());
    process.exitCode = 1;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
