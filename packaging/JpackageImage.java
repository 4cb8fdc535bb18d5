final class JpackageImage { JpackageImage(Build build) {} void make() {} void installer(String t) {} }
