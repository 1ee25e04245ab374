import { TaggingGateway } from 'tagging-gateway';

export default async function setup() {
  const gateway = await TaggingGateway.start({ demo: true });
  process.env.TAGGING_GATEWAY_URL = gateway.url;
  return () => gateway.stop();
}
