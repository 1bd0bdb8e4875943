"""The signs of the lights on a picture: a shape each, so that they are told apart without colour (pure)."""

from bot.projects.model import Light

FILLS = {Light.RED: "#b3261e", Light.YELLOW: "#f2b705", Light.GREEN: "#1d7a3c", Light.GREY: "#ffffff"}

PATTERNS = (
    '<defs><pattern id="slant" width="14" height="14" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="14" height="14" fill="#f2b705"/>'
    '<rect width="5" height="14" fill="#7a5600"/></pattern>'
    '<pattern id="dots" width="12" height="12" patternUnits="userSpaceOnUse">'
    '<rect width="12" height="12" fill="#ffffff"/><circle cx="6" cy="6" r="2.4" fill="#56606b"/></pattern>'
    '<pattern id="lines" width="12" height="12" patternUnits="userSpaceOnUse">'
    '<rect width="12" height="12" fill="#1d7a3c"/><rect y="9" width="12" height="2" fill="#ffffff"/>'
    "</pattern></defs>"
)
"""What the parts of a bar are filled with."""

BAR_FILLS = {
    Light.RED: "#b3261e",
    Light.YELLOW: "url(#slant)",
    Light.GREY: "url(#dots)",
    Light.GREEN: "url(#lines)",
}


def sign(light: Light, left: float, top: float, size: float) -> str:
    """Draw a light's sign: a square with a mark, a triangle, a circle with a tick, an empty broken circle."""
    middle, centre, half = left + size / 2, top + size / 2, size / 2
    match light:
        case Light.RED:
            return (
                f'<rect x="{left:.1f}" y="{top:.1f}" width="{size:.1f}" height="{size:.1f}" rx="4" '
                f'fill="{FILLS[light]}"/><rect x="{middle - size * 0.06:.1f}" y="{top + size * 0.18:.1f}" '
                f'width="{size * 0.12:.1f}" height="{size * 0.4:.1f}" fill="#ffffff"/>'
                f'<circle cx="{middle:.1f}" cy="{top + size * 0.76:.1f}" r="{size * 0.08:.1f}" '
                'fill="#ffffff"/>'
            )
        case Light.YELLOW:
            points = f"{middle:.1f},{top:.1f} {left + size:.1f},{top + size:.1f} {left:.1f},{top + size:.1f}"
            return (
                f'<polygon points="{points}" fill="{FILLS[light]}" stroke="#7a5600" stroke-width="3" '
                'stroke-linejoin="round"/>'
            )
        case Light.GREEN:
            tick = (
                f"M{left + size * 0.27:.1f} {top + size * 0.52:.1f} "
                f"L{left + size * 0.44:.1f} {top + size * 0.7:.1f} "
                f"L{left + size * 0.75:.1f} {top + size * 0.32:.1f}"
            )
            return (
                f'<circle cx="{middle:.1f}" cy="{centre:.1f}" r="{half:.1f}" fill="{FILLS[light]}"/>'
                f'<path d="{tick}" fill="none" stroke="#ffffff" stroke-width="{size * 0.12:.1f}"/>'
            )
        case Light.GREY:
            return (
                f'<circle cx="{middle:.1f}" cy="{centre:.1f}" r="{half - 2:.1f}" fill="{FILLS[light]}" '
                'stroke="#56606b" stroke-width="3" stroke-dasharray="6 4"/>'
            )
