export default { test: { include: ['vitest.spec.mjs'], globalSetup: ['./vitest.setup.mjs'] } };
