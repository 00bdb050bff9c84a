const table = new Uint32Array(256);
for (let n = 0; n < 256; n++) {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  table[n] = value >>> 0;
}

/** CRC32c of an SCTP packet with its checksum field (bytes 8 to 11) taken as zero (RFC 9260, appendix A). */
export function packetChecksum(packet: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (let i = 0; i < packet.length; i++) {
    const byte = i >= 8 && i < 12 ? 0 : (packet[i] as number);
    crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] as number);
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}
