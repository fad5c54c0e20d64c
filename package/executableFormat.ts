/** The data source's executables: their names, and for which platform one was made (as ELF, Mach-O and PE specify). */

const ELF_MACHINES: Record<number, string> = { 0x3e: 'amd64', 0xb7: 'arm64' };
const MACH_O_CPUS: Record<number, string> = { 0x01000007: 'amd64', 0x0100000c: 'arm64' };
const PE_MACHINES: Record<number, string> = { 0x8664: 'amd64', 0xaa64: 'arm64' };

/** This machine, or another of Node's names for them, in Go's words: `linux/amd64`. */
export function hostPlatform(system: string = process.platform, architecture: string = process.arch): string {
  return `${system === 'win32' ? 'windows' : system}/${architecture === 'x64' ? 'amd64' : architecture}`;
}

/** Name of the data source's executable for a platform such as `linux/amd64`, as Grafana looks for it. */
export function executableName(executable: string, platform: string): string {
  const [system, architecture] = platform.split('/');
  return `${executable}_${system}_${architecture}${system === 'windows' ? '.exe' : ''}`;
}

/** By its first bytes: `linux/amd64` and the like; undefined for anything else, be it cut short. */
export function platformOf(bytes: Uint8Array): string | undefined {
  if (bytes.byteLength < 0x40) {
    return undefined;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) === 0x7f454c46) {
    return named('linux', ELF_MACHINES[view.getUint16(18, true)]);
  }
  if (view.getUint32(0, true) === 0xfeedfacf) {
    return named('darwin', MACH_O_CPUS[view.getUint32(4, true)]);
  }
  if (view.getUint16(0) === 0x4d5a) {
    const header = view.getUint32(0x3c, true);
    const whole = header + 6 <= bytes.byteLength && view.getUint32(header) === 0x50450000;
    return whole ? named('windows', PE_MACHINES[view.getUint16(header + 4, true)]) : undefined;
  }
  return undefined;
}

const named = (system: string, architecture: string | undefined) => architecture && `${system}/${architecture}`;
