#!/usr/bin/env bash
# Makes every raster icon from icon.svg. Needs rsvg-convert, ImageMagick's convert and png2icns.
# Run it after a change of the drawing and commit what it writes: the build itself needs none of these tools.
set -euo pipefail
cd "$(dirname "$0")"

for size in 16 24 32 48 64 128 256 512 1024; do
  rsvg-convert --width "$size" --height "$size" --output "icon-$size.png" icon.svg
done

# Windows: one file with all sizes that Explorer asks for.
convert icon-16.png icon-24.png icon-32.png icon-48.png icon-64.png icon-128.png icon-256.png devbox-tunnels.ico

# macOS: icns knows 16, 32, 48, 128, 256, 512 and 1024.
png2icns devbox-tunnels.icns icon-16.png icon-32.png icon-48.png icon-128.png icon-256.png icon-512.png icon-1024.png >/dev/null

# The application's own windows.
resources=../src/main/resources/io/github/devboxtunnels/ui/theme/icons
mkdir -p "$resources"
for size in 16 24 32 48 64 128; do
  cp "icon-$size.png" "$resources/"
done
