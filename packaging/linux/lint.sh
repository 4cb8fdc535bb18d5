#!/usr/bin/env bash
# Looks at the packages as the distributions do. Needs lintian, desktop-file-validate and appstreamcli.
set -euo pipefail
cd "$(dirname "$0")/../.."

share=target/installer/image/share
desktop-file-validate "$share"/applications/*.desktop
appstreamcli validate --no-net --pedantic "$share"/metainfo/*.metainfo.xml
lintian --allow-root --fail-on error --tag-display-limit 0 target/installer/*.deb
rpm -qp --quiet target/installer/*.rpm
needed=$(rpm -qp --requires target/installer/*.rpm)
grep -q gtk3 <<<"$needed"
