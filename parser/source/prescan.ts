import { ResultType, Sniffer } from 'encoding-sniffer/sniffer';

/** The charset that the transport, a meta tag or an XML declaration names, as the decoder calls it, or null (HTML Standard 13.2.3.2). */
export const prescan = (head: Uint8Array, transport: string | null): string | null => {
  const sniffer = new Sniffer({
    maxBytes: head.length,
    ...(transport === null ? {} : { transportLayerEncodingLabel: transport }),
  });
  sniffer.write(head);
  const { resultType, encoding } = sniffer;
  return resultType === ResultType.PASSED ||
    resultType === ResultType.META_TAG ||
    resultType === ResultType.XML_ENCODING
    ? encoding.toLowerCase()
    : null;
};
