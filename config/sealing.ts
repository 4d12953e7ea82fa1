import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLocal, EnvironmentError, type Environment } from './environment.ts';
import { readSecretKeys, type SecretKey } from './secret-keys.ts';

/** Keeps what has to be read again, but by nobody who has only the database or a backup of it. */
export interface Sealing {
  /** What is sealed can be opened as being about the same only, so that nobody puts it in another's place. */
  seal(text: string, about: string): string;
  /** Undefined where no key opens it, or it was sealed about something else. What was never sealed comes back as it is. */
  open(sealed: string, about: string): string | undefined;
  /** Whether it is sealed with the key that seals now. */
  isCurrent(sealed: string): boolean;
}

/** The first key seals, and all of them open. AES-256-GCM with a nonce of its own for each text. */
export function sealingWith(keys: readonly [SecretKey, ...SecretKey[]]): Sealing {
  const named = keys.map((key) => ({ key, name: createHash('sha256').update(key).digest('base64url').slice(0, 8) }));
  const [{ key: newest, name: newestName } = { key: keys[0], name: '' }] = named;
  return {
    seal(text, about) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, newest, nonce).setAAD(Buffer.from(about));
      const bytes = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [sign, newestName, bytes.toString('base64url')].join('.');
    },
    open(sealed, about) {
      if (!sealed.startsWith(`${sign}.`)) return sealed;
      const [, name, text = ''] = sealed.split('.');
      const bytes = Buffer.from(text, 'base64url');
      const key = named.find((one) => one.name === name)?.key;
      if (!key || bytes.length < nonceBytes + tagBytes) return undefined;
      try {
        const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
        decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-tagBytes));
        return decipher.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return undefined;
      }
    },
    isCurrent: (sealed) => sealed.startsWith(`${sign}.${newestName}.`),
  };
}

const algorithm = 'aes-256-gcm';
const [nonceBytes, tagBytes] = [12, 16];
/** Begins what is sealed, and says how. */
const sign = 'sealed1';

/**
 * Seals with the keys of the environment. Where there are none and nobody but this machine is served, one is made and
 * kept under `LASTU_HOME`. @throws EnvironmentError where others are served without a key
 */
export function openSealing({ SECRET_KEYS, LASTU_HOME, PUBLIC_URL }: Pick<Environment, 'SECRET_KEYS' | 'LASTU_HOME' | 'PUBLIC_URL'>): Sealing {
  if (SECRET_KEYS) return sealingWith(SECRET_KEYS);
  if (!isLocal(PUBLIC_URL))
    throw new EnvironmentError(
      'The environment is not usable:\n  SECRET_KEYS: is missing, and PUBLIC_URL is not of this machine. Make a key with "openssl rand -base64 32" and keep it beside your other secrets; see docs/operations.md.',
    );
  const keys = readSecretKeys(ownKey(LASTU_HOME));
  if ('wrong' in keys) throw new EnvironmentError(`${join(LASTU_HOME, keyFile)} ${keys.wrong}`);
  return sealingWith(keys);
} // prettier-ignore

const keyFile = 'secret-keys';

/** The key of this machine's own. Of several processes that begin at once, all take the one that was there first. */
function ownKey(home: string): string {
  const path = join(home, keyFile);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  mkdirSync(home, { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path, 'utf8');
}
