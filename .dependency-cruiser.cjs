/** The dependency rule of ARCHITECTURE.md, held by a tool. */
const story = [
  'accounts',
  'organisations',
  'evaluations',
  'questionnaires',
  'fieldwork',
  'responses',
  'analysis',
  'findings',
  'reports',
  'workshop',
  'cooperation',
];

const chapterOrder = story.map((chapter, index) => ({
  name: `chapter-order-${chapter}`,
  comment: `${chapter} must not know later chapters`,
  severity: 'error',
  from: { path: `^src/features/${chapter}/` },
  to: { path: `^src/features/(${story.slice(index + 1).join('|') || 'none'})/` },
}));

const meetAtTheDoor = story.flatMap((chapter) => [
  {
    name: `meet-at-the-door-${chapter}`,
    comment: `other chapters enter ${chapter} through index.ts or domain/index.ts`,
    severity: 'error',
    from: { path: '^src/features/', pathNot: `^src/features/${chapter}/` },
    to: { path: `^src/features/${chapter}/`, pathNot: `^src/features/${chapter}/(domain/)?index\\.ts$` },
  },
]);

const only = (name, library, allowed) => ({
  name,
  severity: 'error',
  from: { path: '^(src|scripts|public)', pathNot: allowed },
  to: { path: `node_modules/${library}/`, dependencyTypesNot: ['type-only'] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'statistics-stands-alone',
      severity: 'error',
      from: { path: '^src/statistics' },
      to: { path: '^src/(?!statistics)' },
    },
    {
      name: 'platform-knows-no-chapter',
      severity: 'error',
      from: { path: '^src/platform' },
      to: { path: '^src/(features|app|statistics|migrations)' },
    },
    {
      name: 'embedded-store-stands-alone',
      severity: 'error',
      from: { path: '^src/embedded-mongo' },
      to: { path: '^src/(?!embedded-mongo)' },
    },
    {
      name: 'only-storage-starts-the-embedded-store',
      severity: 'error',
      from: { path: '^src/(?!embedded-mongo|platform/storage)' },
      to: { path: '^src/embedded-mongo' },
    },
    { name: 'features-do-not-know-app', severity: 'error', from: { path: '^src/features' }, to: { path: '^src/app' } },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/features/[^/]+/domain/' },
      to: {
        path: '^src/(features/[^/]+/(?!domain/)|platform/(http|storage|mail|jobs))|node_modules/(express|mongoose|mongodb|pdfkit|zod)/',
      },
    },
    ...chapterOrder,
    ...meetAtTheDoor,
    only(
      'express-at-the-edge',
      'express',
      '^src/(app|platform/http)/|^src/features/[^/]+/routes\\.ts$|^src/features/[^/]+/[^/]+/routes\\.ts$|^scripts/bench/',
    ),
    only(
      'mongoose-in-stores',
      '(mongoose|mongodb)',
      '^src/(platform/storage|migrations)/|^src/features/[^/]+/store\\.ts$|^src/features/[^/]+/[^/]+/store\\.ts$|^scripts/bench/',
    ),
    only('pdfkit-on-paper', 'pdfkit', '^src/features/reports/pdf/'),
    only(
      'zod-at-the-edge',
      'zod',
      '^src/app/settings\\.ts$|^src/platform/http/|^src/features/[^/]+/[a-z-]*inputs\\.ts$|^src/features/[^/]+/[^/]+/[a-z-]*inputs\\.ts$',
    ),
    {
      name: 'not-to-dev-dep',
      severity: 'error',
      from: { path: '^src' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default', 'types'] },
  },
};
