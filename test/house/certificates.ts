import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

function openssl(folder: string, ...args: string[]): void {
	const { status, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
	if (status !== 0) throw new Error(stderr);
}

/** An authority of this name, as the README's example makes it. */
export function makeAuthority(folder: string, name: string): void {
	const subject = ['-subj', `/CN=${name}`, '-days', '2', '-nodes'];
	openssl(folder, 'req', '-x509', '-newkey', 'rsa:2048', ...subject, '-keyout', `${name}.key`, '-out', `${name}.crt`);
}

/** A certificate that it signs. */
export function makeCertificate(folder: string, authority: string, name: string): void {
	const signer = ['-CA', `${authority}.crt`, '-CAkey', `${authority}.key`, '-CAcreateserial', '-days', '2'];
	openssl(
		folder,
		'req',
		'-newkey',
		'rsa:2048',
		'-nodes',
		'-subj',
		`/CN=${name}`,
		'-keyout',
		`${name}.key`,
		'-out',
		`${name}.csr`
	);
	openssl(folder, 'x509', '-req', '-in', `${name}.csr`, ...signer, '-out', `${name}.crt`);
	chmodSync(join(folder, `${name}.key`), 0o600);
}

export const pem = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');
