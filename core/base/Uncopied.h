#pragma once

namespace foretrail {

/// Base of classes that are used through their interface: a copy made through it would lose what the class behind it adds.
class Uncopied {
public:
    Uncopied(const Uncopied &) = delete;
    Uncopied &operator=(const Uncopied &) = delete;

protected:
    Uncopied() = default;
    ~Uncopied() = default;
};

} // namespace foretrail
