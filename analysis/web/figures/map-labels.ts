/// Where the labels of a map stand, so that none covers another or a symbol.

export interface Circle {
  x: number;
  y: number;
  radius: number;
}

export interface LabelSize {
  width: number;
  height: number;
}

export type LabelSide = "bottom" | "top" | "right" | "left";

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const sides: readonly LabelSide[] = ["bottom", "top", "right", "left"];

function boxAt(side: LabelSide, circle: Circle, size: LabelSize, gap: number): Box {
  const away = circle.radius + gap;
  const x = side === "right" ? circle.x + away : side === "left" ? circle.x - away : circle.x;
  const y = side === "bottom" ? circle.y + away : side === "top" ? circle.y - away : circle.y;
  const left = side === "right" ? x : side === "left" ? x - size.width : x - size.width / 2;
  const top = side === "bottom" ? y : side === "top" ? y - size.height : y - size.height / 2;
  return { left, right: left + size.width, top, bottom: top + size.height };
}

function boxesMeet(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}

function boxMeetsCircle(box: Box, circle: Circle): boolean {
  const x = Math.min(Math.max(circle.x, box.left), box.right) - circle.x;
  const y = Math.min(Math.max(circle.y, box.top), box.bottom) - circle.y;
  return x * x + y * y < circle.radius * circle.radius;
}

function isWithin(box: Box, width: number, height: number): boolean {
  return box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
}

/// Returns a side for each label, the first ones first, in pixels from the top left; null where no
/// side of its circle has room among all circles, the labels before it and the edges.
export function labelSides(
  circles: readonly Circle[],
  sizes: readonly LabelSize[],
  width: number,
  height: number,
  gap = 3,
): (LabelSide | null)[] {
  const taken: Box[] = [];
  return circles.map((circle, i) => {
    for (const side of sides) {
      const box = boxAt(side, circle, sizes[i] as LabelSize, gap);
      const isFree =
        isWithin(box, width, height) &&
        !taken.some((other) => boxesMeet(box, other)) &&
        !circles.some((other) => other !== circle && boxMeetsCircle(box, other));
      if (!isFree) continue;
      taken.push(box);
      return side;
    }
    return null;
  });
}
