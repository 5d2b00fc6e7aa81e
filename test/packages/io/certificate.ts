import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The files of a key and of a certificate for 127.0.0.1 that nobody trusts yet. */
export function selfSigned(openssl: string, folder: string) {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const name = ['-days', '2', '-subj', '/CN=test', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const args = ['req', '-x509', ...curve, ...name, '-keyout', key, '-out', cert];
  execFileSync(openssl, args, { stdio: 'ignore' });
  return { key, cert };
}
